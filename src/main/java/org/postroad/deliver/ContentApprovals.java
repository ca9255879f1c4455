package org.postroad.deliver;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.postroad.compose.ContentVersions;
import org.postroad.sql.SqlValues;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The approvals of contents, each for exactly the version that the approver saw. Without {@code
 * postroad.journeys.approver}, the customer id of a person at the shop, every content may be sent.
 */
@Repository
public class ContentApprovals {

    /** The contents of the mails that ask for approval; they need none. */
    private static final String EXEMPT = "content-approval/";

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

    /** The first content, by name, whose present version was not submitted for approval yet. */
    public Optional<ContentVersion> nextToSubmit() {
        Set<ContentVersion> submitted = new HashSet<>(jdbc.sql("select content, version from content_edition")
                .query((row, number) -> new ContentVersion(row.getString("content"), row.getString("version")))
                .list());
        return contentVersions.all().entrySet().stream()
                .map(entry -> new ContentVersion(entry.getKey(), entry.getValue()))
                .filter(contentVersion ->
                        !contentVersion.content().startsWith(EXEMPT) && !submitted.contains(contentVersion))
                .findFirst();
    }

    public void submitted(ContentVersion contentVersion, Instant at) {
        jdbc.sql("insert into content_edition (content, version, submitted_at) values (?, ?, ?) on conflict do nothing")
                .params(contentVersion.content(), contentVersion.version(), SqlValues.timestamp(at))
                .update();
    }

    public void approve(ContentVersion contentVersion, String by, Instant at) {
        jdbc.sql("update content_edition set approved_by = ?, approved_at = ? where content = ? and version = ?")
                .params(by, SqlValues.timestamp(at), contentVersion.content(), contentVersion.version())
                .update();
    }

    /** Whether the present version of a content must not be sent. */
    public boolean withholds(String content) {
        return approver().isPresent() && !content.startsWith(EXEMPT) && !isApproved(content);
    }

    private boolean isApproved(String content) {
        return jdbc.sql(
                                "select count(*) from content_edition where content = ? and version = ? and approved_at is not null")
                        .params(content, contentVersions.versionOf(content))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
