/**
 * Who takes part in a workshop without an account gives a name, and is told beforehand: the group sees it, and it is
 * gone so many days after the workshop, or at once when they ask for that.
 */
export const VISITOR_DAYS = 30;

/** After the workshop a visitor reads for so long what the group wrote; then there is nothing for them here. */
export const VISITOR_READS_DAYS = 1;

/** A workshop that nobody ends is over for its visitors so many days after they came in. */
export const VISITOR_STAYS_DAYS = 7;

/** The number of what visitors are told before they agree: raise it whenever those words change what they say. */
export const VISITOR_TERMS = 1;

export const VISITOR_NAME_MAX = 60;
