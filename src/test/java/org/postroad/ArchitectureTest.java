package org.postroad;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.NamedInterface;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Packages depend on one another only as {@code allowed-dependencies.txt} says, without cycles at any level; the engine's
 * API stays where it may be used; and the time is read from the one clock.
 */
class ArchitectureTest {

    static final String ROOT = "org.postroad";

    static final String[] MAY_USE_THE_ENGINE = {
        "org.postroad.journey.camunda..",
        "org.postroad.decide.dmn..",
        "org.postroad.security..",
        "org.postroad.report.cockpit.."
    };

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    static final AllowedDependencies ALLOWED = AllowedDependencies.read();

    static final Set<String> PACKAGES = CODE.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(ROOT))
            .map(AllowedDependencies::relative)
            .collect(Collectors.toCollection(TreeSet::new));

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void dependsOnAllowedPackagesOnly(String name) {
        Set<String> forbidden = CODE.stream()
                .filter(each ->
                        AllowedDependencies.relative(each.getPackageName()).equals(name))
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(each -> each.getTargetClass().getPackageName().startsWith(ROOT))
                .filter(each -> !ALLOWED.permits(
                        name, AllowedDependencies.relative(each.getTargetClass().getPackageName())))
                .map(Dependency::getDescription)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(forbidden).isEmpty();
    }

    /** An arrow that nothing uses any more would let one back in unseen. */
    @Test
    void allowsNoDependencyThatIsNotUsed() {
        Set<String> used = CODE.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(each -> each.getTargetClass().getPackageName().startsWith(ROOT))
                .map(each -> ALLOWED.arrow(
                        AllowedDependencies.relative(each.getOriginClass().getPackageName()),
                        AllowedDependencies.relative(each.getTargetClass().getPackageName())))
                .collect(Collectors.toSet());
        assertThat(ALLOWED.arrows()).filteredOn(arrow -> !used.contains(arrow)).isEmpty();
    }

    @Test
    void leavesTheApplicationClassAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(CODE);
        assertThat(CODE.getPackage(ROOT).getClasses())
                .extracting(JavaClass::getSimpleName)
                .containsOnly("PostroadApplication", "package-info");
    }

    /** Other modules see a module's own package, and those of its packages that are a named interface. */
    @Test
    void hidesInnerPackagesFromOtherModules() {
        Set<String> hidden = CODE.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(each -> each.getTargetClass().getPackageName().startsWith(ROOT + "."))
                .filter(each -> !module(each.getOriginClass()).equals(module(each.getTargetClass())))
                .filter(each -> isHidden(each.getTargetClass()))
                .map(Dependency::getDescription)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(hidden).isEmpty();
    }

    private static boolean isHidden(JavaClass type) {
        return AllowedDependencies.relative(type.getPackageName()).contains(".")
                && !type.getPackage().isAnnotatedWith(NamedInterface.class);
    }

    private static String module(JavaClass type) {
        return AllowedDependencies.module(AllowedDependencies.relative(type.getPackageName()));
    }

    @Test
    void hasNoCyclesOfModules() {
        slices().matching("org.postroad.(*)..").should().beFreeOfCycles().check(CODE);
        ApplicationModules.of(PostroadApplication.class).verify();
    }

    @Test
    void hasNoCyclesOfPackages() {
        slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(CODE);
    }

    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages, each without those below it";
        }
    }

    @Test
    void usesTheEngineOnlyWhereItIsAllowed() {
        noClasses()
                .that(resideOutsideOfPackages(MAY_USE_THE_ENGINE))
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
    void readsTheTimeFromTheOneClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.postroad.time")
                .should()
                .callMethodWhere(readsTheTimeWithoutTheClock())
                .orShould()
                .callConstructor(Date.class)
                .check(CODE);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheTimeWithoutTheClock() {
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
    void keepsToItsNamingRules() {
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

    @Test
    void givesNoSimpleNameToTwoTypes() {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = CODE.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .filter(name -> !seen.add(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(twice).isEmpty();
    }
}
