package org.postroad.journey.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.Ids;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The audiences, with their invitations: the customers who are still to be enrolled. */
@Repository
public class Audiences {

    private static final String AUDIENCES = Sql.of(Audiences.class, "audiences");
    private static final String INVITE_CUSTOMERS = Sql.of(Audiences.class, "invite-customers");
    private static final String INVITE_ALL_CUSTOMERS = Sql.of(Audiences.class, "invite-all-customers");
    private static final String START_PROGRESS = Sql.of(Audiences.class, "start-progress");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WorkSignal workSignal;
    private final Ids ids;

    Audiences(JdbcClient jdbc, Clock clock, WorkSignal workSignal, Ids ids) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.workSignal = workSignal;
        this.ids = ids;
    }

    /** The latest hundred of a journey, newest first. */
    public List<Audience> of(String journey) {
        return find(journey, null);
    }

    public Optional<Audience> find(UUID id) {
        return find(null, id).stream().findFirst();
    }

    private List<Audience> find(@Nullable String journey, @Nullable UUID id) {
        return jdbc.sql(AUDIENCES)
                .param("journey", journey)
                .param("id", id)
                .query((row, number) -> audience(row))
                .list();
    }

    /**
     * Creates an audience of these customers; they are enrolled in the background.
     *
     * @return the audience's id
     */
    @Transactional
    public UUID invite(String journey, List<String> customerIds, @Nullable Integer rate) {
        UUID audience = insert(journey, null, rate);
        jdbc.sql(INVITE_CUSTOMERS)
                .param("audience", audience)
                .param("customers", SqlValues.texts(customerIds))
                .update();
        return started(audience);
    }

    /**
     * Creates an audience of all customers who match an expression. Each is checked just before entering.
     *
     * @return the audience's id
     */
    @Transactional(timeout = 300) // seconds; a row for each customer, of whom there may be millions
    public UUID inviteSegment(String journey, String segment, @Nullable Integer rate) {
        UUID audience = insert(journey, segment, rate);
        jdbc.sql(INVITE_ALL_CUSTOMERS).param("audience", audience).update();
        return started(audience);
    }

    private UUID insert(String journey, @Nullable String segment, @Nullable Integer rate) {
        UUID id = ids.next();
        jdbc.sql("""
                        insert into audience (id, journey, segment, rate, running, requested_at)
                        values (:id, :journey, :segment, :rate, true, :at)""")
                .param("id", id)
                .param("journey", journey)
                .param("segment", segment)
                .param("rate", rate)
                .param("at", now())
                .update();
        return id;
    }

    private UUID started(UUID audience) {
        jdbc.sql(START_PROGRESS).param("audience", audience).param("at", now()).update();
        workSignal.signalAfterCommit(WorkTopic.CUSTOMER_WORK);
        return audience;
    }

    /** Stops or resumes an audience; false if there is none with that id. */
    public boolean setRunning(UUID audience, boolean running) {
        boolean known = jdbc.sql("update audience set running = ? where id = ?")
                        .params(running, audience)
                        .update()
                > 0;
        workSignal.signal(WorkTopic.CUSTOMER_WORK);
        return known;
    }

    private OffsetDateTime now() {
        return SqlValues.timestamp(clock.instant());
    }

    private static Audience audience(ResultSet row) throws SQLException {
        long invited = row.getLong("invited");
        long entered = row.getLong("entered");
        long passedOver = row.getLong("passed_over");
        return new Audience(
                row.getObject("id", UUID.class),
                row.getString("journey"),
                row.getString("segment"),
                row.getObject("rate", Integer.class),
                row.getBoolean("running"),
                SqlValues.instant(row, "requested_at"),
                invited,
                entered,
                passedOver,
                invited - entered - passedOver);
    }
}
