package org.postroad.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PostroadTest
class SecurityConfigurationIT {

    /** Pages that a signed token opens, and what the login page needs. */
    static final List<String> OPEN = List.of("/c/", "/o/", "/u/", "/v/", "/p/", "/y/", "/login", "/assets/", "/error");

    @Autowired
    Environment environment;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

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
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/local/clock",
                "/v3/api-docs",
                "/actuator/metrics",
                "/actuator/prometheus"
            })
    void admitsLoginAndKey(String path) {
        assertThat(admin.get(path).statusCode()).isEqualTo(200);
        assertThat(application.get(path).statusCode()).isEqualTo(200);
        assertThat(nobody.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesCallersWithoutLoginOnAllOtherPaths() {
        List<String> paths = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^/]*}", "1"))
                .filter(path -> OPEN.stream().noneMatch(path::startsWith))
                .distinct()
                .toList();
        assertThat(paths).contains("/api/events", "/local/clock");
        for (String path : paths) {
            assertThat(nobody.get(path).statusCode()).as("GET " + path).isEqualTo(401);
            assertThat(nobody.post(path, "{}").statusCode()).as("POST " + path).isIn(401, 403);
            assertThat(nobody.getPage(path).statusCode()).as("page " + path).isIn(302, 401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/deployment",
                "/engine-rest/user",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/engine/engine/default/process-instance",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/no/such/path"
            })
    void refusesCallersWithoutLoginOnEngineAndUnknownPaths(String path) {
        assertThat(nobody.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void logsPeopleInOnTheLoginPage() {
        Http.Browser browser = nobody.browser();
        assertThat(browser.get("/actuator/metrics").statusCode()).isEqualTo(401);

        HttpResponse<String> wrong = browser.submit("/login", Map.of("username", "nobody", "password", "wrong"));
        assertThat(location(wrong)).endsWith("/login?error");
        HttpResponse<String> right = browser.submit("/login", Map.of("username", "admin", "password", Http.PASSWORD));
        assertThat(location(right)).endsWith("/");

        assertThat(browser.get("/actuator/metrics").statusCode()).isEqualTo(200);
        assertThat(browser.post("/local/clock", "{\"advance\":\"PT1S\"}").statusCode())
                .as("a cookie alone moves nothing")
                .isEqualTo(403);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
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
    void showsHealthAndNothingElseWithoutLogin() {
        HttpResponse<String> health = nobody.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("PostgreSQL");
        assertThat(nobody.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/actuator").statusCode()).isEqualTo(401);
    }

    @Test
    void redirectsPeopleToTheLoginPage() {
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
    void leavesCamundasWebApplicationsToTheirOwnLogin() {
        Http.Browser browser = nobody.browser();
        HttpResponse<String> page = browser.getPage("/camunda/app/cockpit/default/");
        assertThat(page.statusCode()).isEqualTo(200);
        String token = page.headers().firstValue("X-XSRF-TOKEN").orElseThrow();

        HttpResponse<String> login = browser.send(browser.request("/camunda/api/admin/auth/user/default/login/cockpit")
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=admin&password=" + Http.PASSWORD)));

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("\"userId\":\"admin\"").contains("cockpit");
        assertThat(browser.get("/camunda/api/engine/engine/default/user").body())
                .contains("admin");
        HttpResponse<String> setup = browser.send(browser.request("/camunda/api/admin/setup/default/user/create")
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(setup.statusCode()).isEqualTo(403);
        assertThat(setup.body()).contains("This is not allowed");
    }

    @Test
    void refusesAFormWithoutCsrfToken() {
        HttpResponse<String> forged = nobody.send(nobody.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=admin&password=" + Http.PASSWORD)));
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void letsApplicationsUseTheEngineButNotItsUsers() {
        assertThat(application.get("/engine-rest/process-definition").statusCode())
                .isEqualTo(200);
        assertThat(application.get("/engine-rest/user").body()).isEqualTo("[]");
        assertThat(admin.get("/engine-rest/user").body()).contains("\"admin\"");
    }
}
