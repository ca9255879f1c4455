package org.postroad.compose;

/** Writes letters. */
public interface Composer {

    /**
     * Renders, makes the text part, and checks the result.
     *
     * @throws LetterRefused if the letter must not go out: unknown content, a template error, a failed check
     */
    Letter compose(Commission commission);
}
