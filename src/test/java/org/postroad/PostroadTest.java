package org.postroad;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The whole application with its real parts, in a home folder of its own, without the simulated shop. The clock stands at
 * Monday 2026-11-23 until a test moves it. Tests with nothing but this annotation share one context and its data, one
 * after another: use customer ids of your own, and remove large populations, since each day that passes looks at every
 * customer.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.SAME_THREAD)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "postroad.home=target/test-home/${random.uuid}",
            "postroad.time.frozen-at=2026-11-23T12:00:00Z",
            "postroad.time.background=false",
            "postroad.shop.enabled=false",
            "postroad.decide.exploration=0", // what is drawn by lot differs from day to day
            "postroad.admin-password=" + Http.PASSWORD,
            "postroad.api-key=" + Http.KEY,
            "postroad.event.most-waiting=20000",
            "postroad.webhooks.hosts=127.0.0.1",
            "postroad.webhooks.secret=secret-of-the-tests",
            "postroad.webhooks.timeout=1s",
            "camunda.bpm.job-execution.enabled=false",
            "management.prometheus.metrics.export.enabled=true" // which tests are otherwise spared
        })
public @interface PostroadTest {}
