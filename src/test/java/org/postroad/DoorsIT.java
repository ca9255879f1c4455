package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@PostroadTest
class DoorsIT {

    @Autowired
    Environment environment;

    Http nobody;
    Http application;
    Http admin;

    @BeforeEach
    void callers() {
        nobody = Http.asNobody(environment);
        application = Http.withKey(environment);
        admin = Http.asAdmin(environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/engine", "/local/clock", "/v3/api-docs", "/actuator/metrics"})
    void admitsLoginAndKey(String path) {
        assertThat(admin.get(path).statusCode()).isEqualTo(200);
        assertThat(application.get(path).statusCode()).isEqualTo(200);
        assertThat(nobody.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesWrongPasswordAndUnknownKey() {
        assertThat(nobody.as("nobody-known", "wrong").get("/local/clock").statusCode())
                .isEqualTo(401);
        HttpResponse<String> refused = nobody.withKey("pr_unknown").get("/local/clock");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("The login or the key is wrong.");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void showsHealthToEverybodyAndNothingElse() {
        HttpResponse<String> health = nobody.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("PostgreSQL");
        assertThat(nobody.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/actuator").statusCode()).isEqualTo(401);
    }

    @Test
    void sendsPeopleToTheLoginPage() {
        HttpResponse<String> answer = nobody.getPage("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(nobody.getPage("/login").body()).contains("name=\"_csrf\"").contains("Log in");
    }

    @Test
    void keepsTheFirstUserSetupOfCamundaClosed() {
        HttpResponse<String> setup = nobody.post("/camunda/api/admin/setup/default/user/create", "{}");
        assertThat(setup.statusCode()).isIn(401, 403);
        HttpResponse<String> byAdmin = admin.post("/camunda/api/admin/setup/default/user/create", "{}");
        assertThat(byAdmin.statusCode()).isIn(401, 403);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        HttpResponse<String> forged = nobody.send(nobody.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=admin&password=" + Http.PASSWORD)));
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void letsApplicationsWorkTheEngineButNotItsPeople() {
        assertThat(application.get("/engine-rest/process-definition").statusCode())
                .isEqualTo(200);
        assertThat(application.get("/engine-rest/user").body()).isEqualTo("[]");
        assertThat(admin.get("/engine-rest/user").body()).contains("\"admin\"");
    }
}
