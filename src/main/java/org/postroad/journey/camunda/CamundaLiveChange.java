package org.postroad.journey.camunda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.JourneyVersion;
import org.postroad.journey.LiveChange;
import org.postroad.journey.MoveOutcome;
import org.postroad.journey.Place;
import org.postroad.journey.Route;
import org.postroad.journey.StepPassed;
import org.postroad.journey.Unmovable;
import org.postroad.journey.WalkEnded;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries tokens from one version of a process to another. */
@Component
class CamundaLiveChange implements LiveChange {

    private static final String WALKS = Sql.of(CamundaLiveChange.class, "walks");
    private static final String PEOPLE_BY_STEP = Sql.of(CamundaLiveChange.class, "people-by-step");
    private static final String SAMPLE = Sql.of(CamundaLiveChange.class, "sample");
    private static final String TIMERS = Sql.of(CamundaLiveChange.class, "timers");
    private static final String STANDING = Sql.of(CamundaLiveChange.class, "standing");
    private static final int SAMPLED_AT_EACH_END = 50;

    private final Definitions definitions;
    private final EngineCommands engine;
    private final JourneyEngine journeys;
    private final RunningTimers timers;
    private final Rest rest;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    CamundaLiveChange(
            Definitions definitions,
            EngineCommands engine,
            JourneyEngine journeys,
            RunningTimers timers,
            Rest rest,
            RuntimeService runtime,
            JdbcClient jdbc) {
        this.definitions = definitions;
        this.engine = engine;
        this.journeys = journeys;
        this.timers = timers;
        this.rest = rest;
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    @Override
    public List<JourneyVersion> versions(String journey) {
        return definitions.versions(journey).stream().map(this::version).toList();
    }

    private JourneyVersion version(ProcessDefinition definition) {
        Long people = jdbc.sql("select count(*) from act_ru_execution where proc_def_id_ = ? and parent_id_ is null")
                .param(definition.getId())
                .query(Long.class)
                .single();
        return new JourneyVersion(definition.getVersion(), deployedAt(definition), people);
    }

    private Instant deployedAt(ProcessDefinition definition) {
        return jdbc.sql("select deploy_time_ from act_re_deployment where id_ = ?")
                .param(definition.getDeploymentId())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    @Override
    public List<Place> places(String journey, int version) {
        Map<String, Long> people = new HashMap<>();
        in(PEOPLE_BY_STEP, journey, version).query(row -> {
            people.put(row.getString("step"), row.getLong("people"));
        });
        return Places.of(definitions.parsed(journey, version), people);
    }

    @Override
    public List<String> objections(Route route) {
        try {
            plan(route);
            return List.of();
        } catch (MigrationPlanValidationException e) {
            return Objections.of(e);
        }
    }

    private MigrationPlan plan(Route route) {
        return engine.inNobodysName(() -> new EngineRoute(definitions, route).plan(runtime));
    }

    @Override
    public List<Walk> walks(String journey, int version) {
        return in(WALKS, journey, version)
                .query((row, n) -> new Walk(row.getObject("enrolment_id", UUID.class), row.getString("customer_id")))
                .list();
    }

    @Override
    public List<TimerSpan> timers(String journey, int version) {
        return in(TIMERS, journey, version)
                .query((row, n) -> new TimerSpan(
                        row.getString("step"),
                        row.getLong("people"),
                        row.getTimestamp("earliest").toInstant(),
                        row.getTimestamp("latest").toInstant()))
                .list();
    }

    @Override
    public List<UUID> sample(String journey, int version) {
        return in(SAMPLE, journey, version)
                .param("most", SAMPLED_AT_EACH_END)
                .query(UUID.class)
                .list();
    }

    private JdbcClient.StatementSpec in(String sql, String journey, int version) {
        return jdbc.sql(sql)
                .param("definition", definitions.parsed(journey, version).getId());
    }

    @Override
    public List<WalkTimer> timersOf(Collection<UUID> enrolmentIds) {
        return timers.of(enrolmentIds).stream()
                .map(timer -> new WalkTimer(timer.enrolmentId(), timer.step(), timer.due()))
                .toList();
    }

    @Override
    public Map<UUID, MoveOutcome> move(Route route, Collection<UUID> enrolmentIds) {
        Map<UUID, MoveOutcome> outcomes = new HashMap<>();
        enrolmentIds.forEach(id -> outcomes.put(id, MoveOutcome.LEFT));
        List<Standing> moving = new ArrayList<>();
        List<UUID> exiting = new ArrayList<>();
        for (Standing walk : standing(route, enrolmentIds)) {
            boolean exits = walk.steps().stream().anyMatch(route::endsAt);
            outcomes.put(walk.enrolmentId(), exits ? MoveOutcome.EXITED : MoveOutcome.MOVED);
            if (exits) {
                exiting.add(walk.enrolmentId());
            } else {
                moving.add(walk);
            }
        }
        journeys.end(exiting, WalkEnded.EXITED_BY_MIGRATION);
        if (!moving.isEmpty()) {
            carry(route, moving);
        }
        return outcomes;
    }

    private List<Standing> standing(Route route, Collection<UUID> enrolmentIds) {
        return in(STANDING, route.journey(), route.from())
                .param("enrolments", enrolmentIds.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> standing(row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("enrolment_id", UUID.class), row.getString("instance"), Arrays.asList((String[])
                        row.getArray("steps").getArray()));
    }

    private void carry(Route route, List<Standing> walks) {
        MigrationPlan plan = plan(route);
        List<String> anew = timers.of(walks.stream().map(Standing::enrolmentId).toList()).stream()
                .filter(timer -> route.recalculated().contains(timer.step()))
                .map(RunningTimers.Running::job)
                .toList();
        try {
            engine.together(context -> {
                runtime.newMigration(plan)
                        .processInstanceIds(
                                walks.stream().map(Standing::instance).toList())
                        .execute();
                anew.forEach(job -> timers.recalculate(context, job));
                walks.forEach(walk -> tell(route, walk));
            });
        } catch (MigratingProcessInstanceValidationException e) {
            throw new Unmovable(String.join(" ", Objections.of(e)), e);
        }
    }

    /** Who stands at a step of another name now has come there, as far as the step log goes. */
    private static void tell(Route route, Standing walk) {
        walk.steps().stream()
                .filter(step -> !route.goalOf(step).equals(step))
                .map(step -> new StepPassed(walk.enrolmentId(), route.journey(), route.goalOf(step)))
                .forEach(WalkSession.current()::putAt);
    }

    @Override
    public void pause(String journey) {
        rest.begin(journey);
    }

    @Override
    public void resume(String journey) {
        rest.end(journey);
    }

    /** Where a walk stands. */
    private record Standing(UUID enrolmentId, String instance, List<String> steps) {}
}
