package org.postroad.rehearse.scenario;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroad.rehearse.scenario.Expectation.ExpectedEnding;
import org.postroad.rehearse.scenario.Scenario.GivenSegments;
import org.postroad.rehearse.scenario.Scenario.TimedAction;
import org.threeten.extra.PeriodDuration;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Parses one scenario; its customer and past are added to those of the file's {@code world}. */
final class ScenarioParser {

    static final String[] WORLD = {"zone", "starts", "customer", "past", "products", "articles", "offers"};
    static final String[] SCENARIO = {"name", "starts", "given", "when", "until", "then"};

    private static final String[] GIVEN = {"customer", "segments", "likeSegments", "past", "holdout", "branches"};
    private static final String[] PAST = {"ago", "at", "event", "with"};
    private static final String[] WHEN = {
        "at", "after", "event", "with", "late", "opens", "clicks", "confirms", "unsubscribes", "answers", "profile"
    };
    private static final String[] THEN = {"passes", "never", "mails", "skipped", "ends", "stays", "enters"};
    private static final String[] MAIL = {"step", "at", "after", "subject", "offer", "to"};

    private static final String DEFAULT_START = "2026-03-02 08:00";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

    private final YamlSection world;
    private final YamlSection scenario;
    private final String name;
    private final ZoneId zone;
    private final ZonedDateTime starts;

    ScenarioParser(String file, YamlSection world, YamlSection scenario) {
        this.world = world;
        this.name = scenario.requiredText("name");
        this.scenario = scenario.in("%s, scenario '%s'".formatted(file, name));
        this.zone = world.text("zone", ScenarioParser::zone).orElse(ZoneId.of("UTC"));
        this.starts = moment(this.scenario, "starts")
                .or(() -> moment(world, "starts"))
                .orElseGet(() -> moment(DEFAULT_START, zone));
    }

    /** A section with nothing in it. */
    static YamlSection nothing(String place) {
        return new YamlSection(place, "", new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK));
    }

    Scenario read() {
        YamlSection given = scenario.section("given", GIVEN).orElseGet(() -> nothing(name));
        YamlSection then = scenario.section("then", THEN).orElseThrow(() -> scenario.fault("then", "is missing"));
        return new Scenario(
                name,
                scenario.line(),
                starts,
                customer(given),
                branches(given),
                new GivenSegments(given.texts("segments"), given.texts("likeSegments")),
                past(given),
                timedActions(),
                scenario.text("until", this::momentOrDuration),
                expectation(then));
    }

    private Map<String, Object> customer(YamlSection given) {
        Map<String, Object> customer = new LinkedHashMap<>(Map.of("id", "customer", "timeZone", zone.getId()));
        Stream.of(world, given)
                .flatMap(each -> each.section("customer").stream())
                .forEach(section -> merge(section, customer));
        merge(Map.of("attributes", Map.of("holdout", isHeldOut(given))), customer);
        customer.computeIfPresent("consents", (key, consents) -> consents(consents));
        return customer;
    }

    private static boolean isHeldOut(YamlSection given) {
        return given.text("holdout").filter("true"::equals).isPresent();
    }

    private static void merge(YamlSection section, Map<String, Object> customer) {
        merge(section.plain(), customer);
    }

    /** Attributes are added to those that are there; other keys replace earlier values. */
    static void merge(Map<String, Object> changes, Map<String, Object> customer) {
        changes.forEach((key, value) -> customer.merge(
                key,
                value,
                (before, now) -> key.equals("attributes") ? union((Map<?, ?>) before, (Map<?, ?>) now) : now));
    }

    private static Map<Object, Object> union(Map<?, ?> before, Map<?, ?> now) {
        Map<Object, Object> union = new LinkedHashMap<>(before);
        union.putAll(now);
        return union;
    }

    /** Dated the day before: a consent given at the start would be an event of the scenario. */
    private Object consents(Object value) {
        if (!(value instanceof List<?> topics)) {
            return value;
        }
        Map<String, Object> consents = new LinkedHashMap<>();
        Map<String, Object> consent =
                Map.of("granted", true, "at", starts.minusDays(1).toInstant().toString(), "source", "scenario");
        topics.forEach(topic -> consents.put(String.valueOf(topic), consent));
        return consents;
    }

    private static Map<String, String> branches(YamlSection given) {
        Map<String, String> branches = new HashMap<>();
        given.section("branches")
                .ifPresent(
                        section -> section.plain().forEach((gateway, flow) -> branches.put(gateway, flow.toString())));
        return branches;
    }

    private List<TimedAction> past(YamlSection given) {
        return Stream.of(world, given)
                .flatMap(each -> each.sections("past", PAST).stream())
                .map(event -> new TimedAction(ago(event), sendEvent(event, PeriodDuration.ZERO)))
                .sorted(Comparator.comparing(TimedAction::at))
                .toList();
    }

    private ZonedDateTime ago(YamlSection event) {
        return event.text("ago", DurationParser::parse)
                .map(starts::minus)
                .or(() -> moment(event, "at"))
                .orElseThrow(() -> event.fault("ago", "is missing; say how long before the start it was"));
    }

    private List<TimedAction> timedActions() {
        List<TimedAction> actions = new ArrayList<>();
        for (YamlSection each : scenario.sections("when", WHEN)) {
            TimedAction next = new TimedAction(when(each), action(each));
            ZonedDateTime last =
                    actions.isEmpty() ? starts : actions.get(actions.size() - 1).at();
            if (next.at().isBefore(last)) {
                throw each.fault(
                        each.has("at") ? "at" : "after",
                        "lies before what is told above; tell things in order of time");
            }
            actions.add(next);
        }
        return actions;
    }

    private ZonedDateTime when(YamlSection section) {
        return momentIn(section).orElse(starts);
    }

    /** {@code at} a moment, or {@code after} a time since the start. */
    private Optional<ZonedDateTime> momentIn(YamlSection section) {
        return moment(section, "at")
                .or(() -> section.text("after", DurationParser::parse).map(starts::plus));
    }

    private ScenarioAction action(YamlSection section) {
        if (section.has("event")) {
            return sendEvent(
                    section, section.text("late", DurationParser::parse).orElse(PeriodDuration.ZERO));
        }
        if (section.has("answers")) {
            return new ScenarioAction.CompleteTask(section.requiredText("answers"), with(section));
        }
        if (section.has("profile")) {
            return new ScenarioAction.PutCustomer(
                    section.section("profile").orElseThrow().plain());
        }
        return section.text("clicks")
                .<ScenarioAction>map(ScenarioAction.ClickLink::new)
                .or(() -> section.text("opens").map(ScenarioAction.OpenMail::new))
                .or(() -> section.text("confirms").map(ScenarioAction.ConfirmSubscription::new))
                .or(() -> section.text("unsubscribes").map(ScenarioAction.ClickUnsubscribe::new))
                .orElseThrow(() -> section.fault(
                        "when",
                        "says when but not what; name one of event, clicks, opens, confirms, unsubscribes, answers,"
                                + " profile"));
    }

    private static ScenarioAction.SendEvent sendEvent(YamlSection section, PeriodDuration late) {
        return new ScenarioAction.SendEvent(section.requiredText("event"), with(section), late);
    }

    private static Map<String, Object> with(YamlSection section) {
        return section.section("with").map(YamlSection::plain).orElse(Map.of());
    }

    private Expectation expectation(YamlSection then) {
        return new Expectation(
                then.texts("passes"),
                then.texts("never"),
                then.sections("mails", MAIL).stream().map(this::mail).toList(),
                then.sections("skipped", "step", "reason").stream()
                        .map(each ->
                                new Expectation.SkippedMail(each.requiredText("step"), each.requiredText("reason")))
                        .toList(),
                ending(then));
    }

    private Expectation.ExpectedMail mail(YamlSection mail) {
        return new Expectation.ExpectedMail(
                mail.requiredText("step"), momentIn(mail), mail.text("subject"), mail.text("offer"), mail.text("to"));
    }

    private static Optional<ExpectedEnding> ending(YamlSection then) {
        if (then.has("enters") && !then.requiredText("enters").matches("no|false")) {
            throw then.fault("enters", "can only be 'no'; leave it out when somebody enters");
        }
        return then.text("ends")
                .<ExpectedEnding>map(ExpectedEnding.EndsWithReason::new)
                .or(() -> then.text("stays").map(ExpectedEnding.WaitsAtStep::new))
                .or(() -> then.text("enters").map(no -> new ExpectedEnding.NoEnrolment()));
    }

    private ZonedDateTime momentOrDuration(String text) {
        return text.matches("\\d{4}-.*") ? moment(text, zone) : starts.plus(DurationParser.parse(text));
    }

    private Optional<ZonedDateTime> moment(YamlSection section, String key) {
        return section.text(key, text -> moment(text, zone));
    }

    private static ZonedDateTime moment(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text.replace('T', ' '), TIME).atZone(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is '" + text + "'; write a moment like 2026-03-02 08:00");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is '" + text + "'; write a time zone like Europe/Berlin");
        }
    }
}
