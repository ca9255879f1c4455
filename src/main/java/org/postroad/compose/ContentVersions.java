package org.postroad.compose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postroad.compose.template.Contents;
import org.postroad.compose.template.LetterRefused;
import org.springframework.stereotype.Component;

/** The contents as they read now: each has a version, which changes with its text. */
@Component
public class ContentVersions {

    private static final int VERSION_LENGTH = 16;

    private final Contents contents;

    ContentVersions(Contents contents) {
        this.contents = contents;
    }

    /** The version of each content that can be read, by content. */
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
            return Optional.empty(); // no letter can be written from it
        }
    }

    /**
     * The version of one content.
     *
     * @throws LetterRefused if there is no such content, or it cannot be read
     */
    public String versionOf(String content) {
        return sha256(contents.find(content).toString()).substring(0, VERSION_LENGTH);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
