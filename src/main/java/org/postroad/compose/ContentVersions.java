package org.postroad.compose;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.postroad.compose.template.Contents;
import org.postroad.compose.template.LetterRefused;
import org.springframework.stereotype.Component;

/** The versions of the contents. A version is a hash of the content's text and changes with it. */
@Component
public class ContentVersions {

    private static final int VERSION_LENGTH = 16;

    private final Contents contents;

    ContentVersions(Contents contents) {
        this.contents = contents;
    }

    /** The versions of all readable contents, by content. */
    public SortedMap<String, String> all() {
        SortedMap<String, String> versions = new TreeMap<>();
        contents.names()
                .forEach(content -> versionIfReadable(content).ifPresent(version -> versions.put(content, version)));
        return versions;
    }

    private Optional<String> versionIfReadable(String content) {
        try {
            return Optional.of(versionOf(content));
        } catch (LetterRefused e) {
            return Optional.empty(); // no letter can be composed from it
        }
    }

    /**
     * The version of one content.
     *
     * @throws LetterRefused if the content does not exist or cannot be read
     */
    public String versionOf(String content) {
        return DigestUtils.sha256Hex(contents.find(content).toString()).substring(0, VERSION_LENGTH);
    }
}
