package org.postroad.deliver;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.postroad.compose.Editions;
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
    private final Editions editions;
    private final String approver;

    public ContentApprovals(
            JdbcClient jdbc, Editions editions, @Value("${postroad.journeys.approver:}") String approver) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.approver = approver;
    }

    /** A content in one version of its text. */
    public record Edition(String content, String version) {}

    public Optional<String> approver() {
        return Optional.of(approver).filter(id -> !id.isBlank());
    }

    /** The first content, by name, that reads as nobody was asked about yet. */
    public Optional<Edition> nextToSubmit() {
        Set<Edition> asked = new HashSet<>(jdbc.sql("select content, version from content_edition")
                .query((row, number) -> new Edition(row.getString("content"), row.getString("version")))
                .list());
        return editions.all().entrySet().stream()
                .map(entry -> new Edition(entry.getKey(), entry.getValue()))
                .filter(edition -> !edition.content().startsWith(ASKING) && !asked.contains(edition))
                .findFirst();
    }

    public void submitted(Edition edition, Instant at) {
        jdbc.sql("insert into content_edition (content, version, submitted_at) values (?, ?, ?) on conflict do nothing")
                .params(edition.content(), edition.version(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void approve(Edition edition, String by, Instant at) {
        jdbc.sql("update content_edition set approved_by = ?, approved_at = ? where content = ? and version = ?")
                .params(by, at.atOffset(ZoneOffset.UTC), edition.content(), edition.version())
                .update();
    }

    /** Whether a mail with this content must not be sent, as it reads now. */
    public boolean withholds(String content) {
        return approver().isPresent() && !content.startsWith(ASKING) && !approved(content);
    }

    private boolean approved(String content) {
        return jdbc.sql(
                                "select count(*) from content_edition where content = ? and version = ? and approved_at is not null")
                        .params(content, editions.versionOf(content))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
