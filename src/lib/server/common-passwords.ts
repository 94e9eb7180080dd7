/** What stays of the passwords that are tried first, once digits and signs at both ends are gone. */
export const COMMON_STEMS: ReadonlySet<string> = new Set(
	`wachtwoord welkom welkom hallo geheim voetbal lente zomer herfst winter januari februari maart april
	mei juni juli augustus september oktober november december nederland amsterdam rotterdam utrecht
	feyenoord ajax password passw0rd letmein welcome admin administrator changeme secret iloveyou monkey
	dragon football baseball superman sunshine princess qwerty qwertyuiop qwertyuiopasdf azerty asdfghjkl
	asdfghjklzxcvbnm zxcvbnm qazwsx qazwsxedc 1qaz2wsx3edc 1q2w3e4r5t6y abcdefghijkl abcdefghijklmnop
	wachtwoordwachtwoord passwordpassword welkomwelkom wisselwerking werkplaats mijnwachtwoord
	ditismijnwachtwoord correcthorsebatterystaple correct-horse-battery-staple`.split(/\s+/)
);
