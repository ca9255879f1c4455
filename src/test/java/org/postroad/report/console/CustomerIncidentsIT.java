package org.postroad.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.event.EventType;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.ApplicationClock;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A customer's page shows what journeys could not do for that customer, and retries it. */
@PostroadTest
class CustomerIncidentsIT {

    private static final String JOURNEY = "waits-for-a-date";

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    ApplicationClock clock;

    @Autowired
    Environment environment;

    private Http admin = Http.at("");

    @BeforeEach
    void deployAndLogIn() {
        admin = Http.asAdmin(environment);
        journeys.deploy(
                JOURNEY,
                TestJourneys.journey(JOURNEY)
                        .intermediateCatchEvent("hours")
                        .timerWithDuration("PT2H")
                        .intermediateCatchEvent("date")
                        .timerWithDate("${before(customer.attribute('startsAt'), 'P1D', '09:00')}")
                        .endEvent("done")
                        .done());
    }

    @Test
    void showsTheCustomersOwnIncidentsAndRetriesThem() {
        TestCustomer stuck = customerFixture.aCustomer().does(TestJourneys.beginningOf(JOURNEY));
        TestCustomer other = withDate(customerFixture.aCustomer().does(TestJourneys.beginningOf(JOURNEY)));
        assertThat(page(stuck).select(".incidents li")).isEmpty();
        workScheduler.advance(Duration.ofHours(3));

        Element incident = Objects.requireNonNull(page(stuck).selectFirst(".incidents li"));
        assertThat(incident.text()).contains("waits for a date", "date", "is no moment", "since");
        assertThat(incident.select("a[href=/journeys/" + JOURNEY + "]")).hasSize(1);
        assertThat(page(other).select(".incidents li")).isEmpty();

        withDate(stuck);
        HttpResponse<String> answer = retry(incident);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/customers/" + stuck.id));
        workScheduler.runDue();
        assertThat(stuck.waitsAt()).containsExactly("date");
        assertThat(page(stuck).select(".incidents li")).isEmpty();
    }

    private HttpResponse<String> retry(Element incident) {
        StringBuilder form = new StringBuilder();
        incident.select("form input:not([name=_csrf]), form button")
                .forEach(field -> form.append(form.isEmpty() ? "" : "&")
                        .append(field.attr("name"))
                        .append('=')
                        .append(field.attr("value")));
        return admin.post("/incidents", "application/x-www-form-urlencoded", form.toString());
    }

    private TestCustomer withDate(TestCustomer customer) {
        return customer.did(EventType.PROFILE_CHANGED, clock.instant(), Map.of("startsAt", "2027-11-25T12:00:00Z"));
    }

    private Document page(TestCustomer customer) {
        return Jsoup.parse(admin.getPage("/customers/" + customer.id).body());
    }
}
