package org.postroad.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails that the embedded SMTP server received. A bean in local mode only: inject an {@code ObjectProvider}. */
public final class LocalInbox {

    private static final String COLUMNS = "select id, recipient, sent_at, raw from local_mail ";

    private final JdbcClient jdbc;

    LocalInbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest mails, oldest first. */
    public List<ReceivedMail> latest(int most) {
        return oldestFirst(jdbc.sql(COLUMNS + "order by id desc limit ?").param(most));
    }

    /** The latest mails to that address, oldest first; ignores case. */
    public List<ReceivedMail> latestTo(String address, int most) {
        return oldestFirst(jdbc.sql(COLUMNS + "where recipient = ? order by id desc limit ?")
                .params(lower(address), most));
    }

    public Optional<ReceivedMail> find(long id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(LocalInbox::mail)
                .optional();
    }

    /** The mail's bytes as received. */
    public Optional<byte[]> raw(long id) {
        return jdbc.sql("select raw from local_mail where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes("raw"))
                .optional();
    }

    ReceivedMail store(String recipient, Instant sentAt, byte[] raw) {
        ParsedMimeMessage mail = ParsedMimeMessage.of(raw);
        long id = jdbc.sql("insert into local_mail (recipient, subject, sent_at, raw) values (?, ?, ?, ?) returning id")
                .params(lower(recipient), mail.subject(), SqlValues.timestamp(sentAt), raw)
                .query(Long.class)
                .single();
        return read(id, lower(recipient), sentAt, mail);
    }

    private static List<ReceivedMail> oldestFirst(JdbcClient.StatementSpec newestFirst) {
        List<ReceivedMail> mails = newestFirst.query(LocalInbox::mail).list();
        Collections.reverse(mails);
        return mails;
    }

    private static ReceivedMail mail(ResultSet row, int number) throws SQLException {
        return read(
                row.getLong("id"),
                row.getString("recipient"),
                SqlValues.instant(row, "sent_at"),
                ParsedMimeMessage.of(row.getBytes("raw")));
    }

    private static ReceivedMail read(long id, String to, Instant sentAt, ParsedMimeMessage mail) {
        return new ReceivedMail(id, to, mail.subject(), sentAt, mail.html(), mail.text(), mail.headers());
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
