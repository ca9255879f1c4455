package org.postroad;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;

/** The road has one direction, the engine has its rooms, and there is one clock. */
class ArchitectureTest {

    static final String ROOT = "org.postroad";

    /** A package and those it may use; {@link #FOR_ALL} come on top. The loop closes through data, never through imports. */
    static final Map<String, Set<String>> USES = Map.ofEntries(
            Map.entry("event", Set.of()),
            Map.entry("catalog", Set.of("event")),
            Map.entry("customer", Set.of("event", "catalog")),
            Map.entry("feature", Set.of("customer", "catalog", "event")),
            Map.entry("recommend", Set.of("customer", "catalog")),
            Map.entry("decide", Set.of("feature", "recommend", "customer", "catalog")),
            Map.entry("compose", Set.of("decide", "recommend", "customer", "catalog", "track")),
            Map.entry("track", Set.of("event", "customer")),
            Map.entry("deliver", Set.of("compose", "customer", "event")),
            Map.entry("webhook", Set.of("event", "customer")), // where journeys call out, as deliver is where they mail
            Map.entry("journey", Set.of("event", "customer", "decide", "deliver", "webhook")),
            Map.entry("learn", Set.of("event", "feature", "decide", "customer", "catalog")),
            Map.entry("shop", Set.of("event", "catalog", "local")),
            Map.entry(
                    "rehearse", Set.of("event", "customer", "catalog", "journey", "track", "local", "shop", "report")),
            Map.entry("local", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("sql", Set.of()),
            Map.entry("json", Set.of()));

    /** Reads all, and is therefore not in the table. */
    static final String READS_ALL = "report";

    static final Set<String> FOR_ALL = Set.of("time", "sql", "json");

    static final List<String> PACKAGES = List.copyOf(USES.keySet());

    static final String[] ROOMS_OF_THE_ENGINE = {
        ROOT, "org.postroad.journey.camunda..", "org.postroad.decide.dmn..", "org.postroad.report.cockpit.."
    };

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void usesOnlyWhatLiesBehindItOnTheRoad(String name) {
        List<String> allowed = new ArrayList<>(USES.get(name));
        allowed.addAll(FOR_ALL);
        allowed.add(name);
        DescribedPredicate<JavaClass> forbidden = resideInAPackage("org.postroad..")
                .and(resideOutsideOfPackages(allowed.stream()
                        .map(each -> "org.postroad." + each + "..")
                        .toArray(String[]::new)));
        noClasses()
                .that()
                .resideInAPackage("org.postroad." + name + "..")
                .should()
                .dependOnClassesThat(forbidden)
                .as("org.postroad." + name + " uses only " + allowed)
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void knowsEveryPackage() {
        Set<String> names = CODE.getPackage(ROOT).getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .collect(Collectors.toSet());
        names.remove(READS_ALL);
        assertThat(USES.keySet()).containsAll(names);
    }

    @Test
    void leavesTheRootAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(CODE);
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void keepsItsInnerRoomsToItself(String name) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.postroad." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.postroad." + name + ".*..")
                .check(CODE);
    }

    @Test
    void goesInNoCircles() {
        slices().matching("org.postroad.(*)..").should().beFreeOfCycles().check(CODE);
        ApplicationModules.of(PostroadApplication.class).verify();
    }

    @Test
    void opensTheEngineInItsRoomsOnly() {
        noClasses()
                .that(resideOutsideOfPackages(ROOMS_OF_THE_ENGINE))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CODE);
        noClasses()
                .that(resideOutsideOfPackages("org.postroad.journey.camunda.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine.impl..")
                .check(CODE);
    }

    @Test
    void asksTheOneClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.postroad.time")
                .should()
                .callMethodWhere(readsTheTimeBehindTheClocksBack())
                .orShould()
                .callConstructor(Date.class)
                .check(CODE);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheTimeBehindTheClocksBack() {
        return DescribedPredicate.describe("reads the time without the clock", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean now = owner.getPackageName().startsWith("java.time")
                    && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean clock = owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system");
            boolean millis =
                    owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
            return now || clock || millis;
        });
    }

    @Test
    void isNullMarkedEverywhere() {
        assertThat(CODE.stream().map(JavaClass::getPackage).collect(Collectors.toSet()))
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("package-info of %s has @NullMarked", each.getName())
                        .isTrue());
    }

    @Test
    void namesThingsForWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO)$")
                .check(CODE);
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .check(CODE);
    }
}
