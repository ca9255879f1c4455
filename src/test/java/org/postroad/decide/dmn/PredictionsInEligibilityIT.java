package org.postroad.decide.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.decide.Eligibility;
import org.postroad.decide.Outlook;
import org.springframework.beans.factory.annotation.Autowired;

/** A marketer's rules may ask for what is predicted; nothing is predicted for rules that do not. */
@PostroadTest
class PredictionsInEligibilityIT {

    @Autowired
    Eligibility eligibility;

    @Autowired
    RepositoryService repository;

    private final AtomicInteger asked = new AtomicInteger();
    private String deployment = "";

    @AfterEach
    void withdrawTheTable() {
        if (!deployment.isEmpty()) {
            repository.deleteDeployment(deployment);
        }
    }

    @Test
    void aRuleMayAskForTheChurnRisk() throws Exception {
        deployWith("churnRisk", "&lt;= 0.6");
        assertThat(isRefused(predicted(.5, 100.0))).isTrue();
        assertThat(isRefused(predicted(.7, 100.0))).isFalse();
        assertThat(isRefused(predicted(null, null))).as("never bought").isFalse();
    }

    @Test
    void aRuleMayAskForTheLifetimeValue() throws Exception {
        deployWith("lifetimeValue", "&lt;= 200");
        assertThat(isRefused(predicted(.5, 100.0))).isTrue();
        assertThat(isRefused(predicted(.5, 300.0))).isFalse();
    }

    @Test
    void nothingIsPredictedForATableThatDoesNotAsk() {
        isRefused(predicted(.5, 100.0));
        assertThat(asked).hasValue(0);
    }

    private boolean isRefused(Outlook outlook) {
        Eligibility.Case offer = new Eligibility.Case("percent", "mail", true, 1, 0, .1, 40, .5, outlook);
        return !eligibility.judge(List.of(offer)).rulings().get(0).eligible();
    }

    private Outlook predicted(@Nullable Double churnRisk, @Nullable Double lifetimeValue) {
        return new NothingLearned() {
            @Override
            public @Nullable Double churnRisk() {
                asked.incrementAndGet();
                return churnRisk;
            }

            @Override
            public @Nullable Double lifetimeValue() {
                asked.incrementAndGet();
                return lifetimeValue;
            }
        };
    }

    /** The bundled table, whose rule on full-price buyers asks for something else instead. */
    private void deployWith(String input, String test) throws Exception {
        String table = Files.readString(Path.of("dmn/offer-eligibility.dmn"))
                .replace("<text>discountShare</text>", "<text>" + input + "</text>")
                .replace("<text>&lt; 0.1</text>", "<text>" + test + "</text>");
        deployment = repository
                .createDeployment()
                .addString("offer-eligibility.dmn", table)
                .deploy()
                .getId();
    }
}
