package org.postroad.journey.audience;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.time.WorkSignal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The audiences and who of them is still to enter. */
@Repository
public class Audiences {

    private static final String AUDIENCES = Sql.of(Audiences.class, "audiences");
    private static final String INVITE_CUSTOMERS = Sql.of(Audiences.class, "invite-customers");
    private static final String INVITE_EVERYBODY = Sql.of(Audiences.class, "invite-everybody");
    private static final String BEGIN = Sql.of(Audiences.class, "begin-audience");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WorkSignal workSignal;

    Audiences(JdbcClient jdbc, Clock clock, WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.workSignal = workSignal;
    }

    /** The latest hundred, newest first. */
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

    /** Invites these customers. */
    @Transactional
    public UUID invite(String journey, List<String> customerIds, @Nullable Integer rate) {
        UUID audience = begin(journey, null, rate);
        jdbc.sql(INVITE_CUSTOMERS)
                .param("audience", audience)
                .param("customers", customerIds.toArray(String[]::new))
                .update();
        return begun(audience);
    }

    /** Invites all customers of whom the segment's expression will hold when their turn comes. */
    @Transactional(timeout = 300) // seconds; a row for each customer, of whom there may be millions
    public UUID inviteSegment(String journey, String segment, @Nullable Integer rate) {
        UUID audience = begin(journey, segment, rate);
        jdbc.sql(INVITE_EVERYBODY).param("audience", audience).update();
        return begun(audience);
    }

    private UUID begin(String journey, @Nullable String segment, @Nullable Integer rate) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
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

    private UUID begun(UUID audience) {
        jdbc.sql(BEGIN).param("audience", audience).param("at", now()).update();
        workSignal.signalAfterCommit();
        return audience;
    }

    /** Stops it, or lets it go on; false if there is no such audience. */
    public boolean setRunning(UUID audience, boolean running) {
        boolean known = jdbc.sql("update audience set running = ? where id = ?")
                        .params(running, audience)
                        .update()
                > 0;
        workSignal.signal();
        return known;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                invited,
                entered,
                passedOver,
                invited - entered - passedOver);
    }
}
