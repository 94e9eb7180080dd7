import { m } from '#lib/paraglide/messages.js';

/** What stands in the three corners, in words: "4 casussen, 1 studie". */
export function cornersInWords(corners: {
	practice: number;
	research: number;
	education: number;
}): string {
	const { practice, research, education } = corners;
	const parts = [
		practice === 1 && m.documents_count_cases_one(),
		practice > 1 && m.documents_count_cases({ count: practice }),
		research === 1 && m.documents_count_studies_one(),
		research > 1 && m.documents_count_studies({ count: research }),
		education === 1 && m.documents_count_assignments_one(),
		education > 1 && m.documents_count_assignments({ count: education })
	];
	return parts.filter(Boolean).join(', ') || m.documents_count_nothing();
}
