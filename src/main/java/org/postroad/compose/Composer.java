package org.postroad.compose;

import java.util.List;
import org.postroad.compose.template.LetterRefused;

/** Writes letters. */
public interface Composer {

    /**
     * Renders, makes the text part, and checks the result.
     *
     * @throws LetterRefused if the letter must not go out: unknown content, a template error, a failed check
     */
    Letter compose(LetterRequest letterRequest);

    /** What is wrong with a content before anybody gets a letter, a sentence each; whether its letters pass is another matter. */
    List<String> faultsIn(String content);
}
