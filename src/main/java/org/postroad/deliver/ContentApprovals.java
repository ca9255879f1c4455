package org.postroad.deliver;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.postroad.compose.ContentVersions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which contents somebody has approved, each in exactly the version that they saw. Without {@code
 * postroad.journeys.approver}, the customer id of a person at the shop, every content may be sent.
 */
@Repository
public class ContentApprovals {

    /** By whose mails approval is asked for; these need none. */
    private static final String ASKING = "content-approval/";

    private final JdbcClient jdbc;
    private final ContentVersions contentVersions;
    private final String approver;

    public ContentApprovals(
            JdbcClient jdbc,
            ContentVersions contentVersions,
            @Value("${postroad.journeys.approver:}") String approver) {
        this.jdbc = jdbc;
        this.contentVersions = contentVersions;
        this.approver = approver;
    }

    /** A content in one version of its text. */
    public record ContentVersion(String content, String version) {}

    public Optional<String> approver() {
        return Optional.of(approver).filter(id -> !id.isBlank());
    }

    /** The first content, by name, that reads as nobody was asked about yet. */
    public Optional<ContentVersion> nextToSubmit() {
        Set<ContentVersion> asked = new HashSet<>(jdbc.sql("select content, version from content_edition")
                .query((row, number) -> new ContentVersion(row.getString("content"), row.getString("version")))
                .list());
        return contentVersions.all().entrySet().stream()
                .map(entry -> new ContentVersion(entry.getKey(), entry.getValue()))
                .filter(contentVersion ->
                        !contentVersion.content().startsWith(ASKING) && !asked.contains(contentVersion))
                .findFirst();
    }

    public void submitted(ContentVersion contentVersion, Instant at) {
        jdbc.sql("insert into content_edition (content, version, submitted_at) values (?, ?, ?) on conflict do nothing")
                .params(contentVersion.content(), contentVersion.version(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void approve(ContentVersion contentVersion, String by, Instant at) {
        jdbc.sql("update content_edition set approved_by = ?, approved_at = ? where content = ? and version = ?")
                .params(by, at.atOffset(ZoneOffset.UTC), contentVersion.content(), contentVersion.version())
                .update();
    }

    /** Whether a mail with this content must not be sent, as it reads now. */
    public boolean withholds(String content) {
        return approver().isPresent() && !content.startsWith(ASKING) && !approved(content);
    }

    private boolean approved(String content) {
        return jdbc.sql(
                                "select count(*) from content_edition where content = ? and version = ? and approved_at is not null")
                        .params(content, contentVersions.versionOf(content))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
