package app.steelyard.pricing.profile;

/**
 * Why a profile was refused.
 *
 * @param file as given
 * @param pointer JSON pointer to the place (RFC 6901), or empty for the whole file
 * @param reason what is wrong and what is expected
 */
public record ProfileProblem(String file, String pointer, String reason) {}
