package org.postroad.shop.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.local.MailArrived;
import org.postroad.shop.InMemoryEvents;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.AssortmentReader;
import org.postroad.shop.world.GeneratedPopulation;
import org.postroad.shop.world.Population;
import org.postroad.shop.world.SimulatedPerson;
import org.springframework.mock.env.MockEnvironment;

class ShopSimulationTest {

    private static final Instant OPENED = Instant.parse("2026-11-23T12:00:00Z");
    private static final Assortment ASSORTMENT = new AssortmentReader("http://localhost").assortment();

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final InMemoryEvents inMemoryEvents = new InMemoryEvents();
    private final Population population = new GeneratedPopulation(42, OPENED, 600, ASSORTMENT);
    private HttpServer server = server();

    @BeforeEach
    void listen() {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
    }

    @Test
    void peopleComeLookAndBuyAndNewOnesSignUp() {
        ShopSimulation shopSimulation = life(OPENED);
        shopSimulation.advanceTo(OPENED.plus(Duration.ofDays(14)));
        assertThat(inMemoryEvents.count("product_viewed")).isGreaterThan(500);
        assertThat(inMemoryEvents.count("purchased")).isGreaterThan(10);
        assertThat(inMemoryEvents.of("signed_up"))
                .hasSizeBetween(4, 16)
                .allSatisfy(event -> assertThat(Integer.parseInt(
                                event.get("customerId").asText().substring(2)))
                        .isGreaterThan(600));
        assertThat(requests).isEmpty();
    }

    @Test
    void goesOnAfterARestartAsItWouldHave() {
        life(OPENED).advanceTo(OPENED.plus(Duration.ofDays(4)));
        List<JsonNode> undisturbed =
                inMemoryEvents.takeOut(event -> at(event).isAfter(OPENED.plus(Duration.ofDays(2))));

        Population again = new GeneratedPopulation(42, OPENED, 600, ASSORTMENT);
        life(again, OPENED.plus(Duration.ofDays(2))).advanceTo(OPENED.plus(Duration.ofDays(4)));
        List<JsonNode> restarted = inMemoryEvents.takeOut(event -> true);

        assertThat(undisturbed).hasSizeGreaterThan(100).containsAll(restarted);
        // A visit that was under way is not taken up again; nothing else is lost.
        assertThat(restarted.size()).isGreaterThan(undisturbed.size() - 10);
    }

    @Test
    void whoMindsThePriceFollowsASavingAndBuysWithItsCode() {
        ShopSimulation shopSimulation = life(OPENED);
        List<SimulatedPerson> sensitive = present(simulatedPerson -> simulatedPerson.priceSensitivity() > 0.7);
        sensitive.forEach(simulatedPerson -> shopSimulation.receive(
                mail(simulatedPerson, "SHIP-" + simulatedPerson.id().substring(2) + "XYZ1")));
        shopSimulation.advanceTo(OPENED.plus(Duration.ofDays(5)));

        Map<String, String> codes = inMemoryEvents.of("purchased").stream()
                .filter(order -> order.at("/properties/discountCode").asText().startsWith("SHIP-"))
                .collect(Collectors.toMap(
                        order -> order.get("customerId").asText(),
                        order -> order.at("/properties/discountCode").asText()));
        assertThat(codes.size()).isBetween(sensitive.size() / 6, sensitive.size() / 2);
        assertThat(codes).allSatisfy((id, code) -> {
            assertThat(code).isEqualTo("SHIP-" + id.substring(2) + "XYZ1");
            assertThat(requests).contains("GET /o/" + id + ".gif", "GET /c/" + id);
        });
        assertThat(requests.stream().filter(request -> request.startsWith("GET /o/")))
                .hasSizeGreaterThan(requests.stream()
                        .filter(request -> request.startsWith("GET /c/"))
                        .toList()
                        .size());
    }

    @Test
    void whoDoesNotMindThePriceIsNotMovedByASaving() {
        ShopSimulation shopSimulation = life(OPENED);
        List<SimulatedPerson> others = present(simulatedPerson -> simulatedPerson.priceSensitivity() < 0.2);
        others.forEach(simulatedPerson -> shopSimulation.receive(
                mail(simulatedPerson, "SHIP-" + simulatedPerson.id().substring(2) + "XYZ1")));
        shopSimulation.advanceTo(OPENED.plus(Duration.ofDays(5)));
        assertThat(inMemoryEvents.of("purchased").stream()
                        .filter(order ->
                                order.at("/properties/discountCode").asText().startsWith("SHIP-")))
                .hasSizeLessThan(others.size() / 12);
    }

    @Test
    void someHaveHadEnough() {
        ShopSimulation shopSimulation = life(OPENED);
        for (int week = 0; week < 6; week++) {
            Instant sent = OPENED.plus(Duration.ofDays(7L * week));
            shopSimulation.advanceTo(sent);
            present(simulatedPerson -> true)
                    .forEach(simulatedPerson -> shopSimulation.receive(mail(simulatedPerson, "hello", sent)));
        }
        shopSimulation.advanceTo(OPENED.plus(Duration.ofDays(45)));
        assertThat(requests.stream().filter(request -> request.startsWith("POST /u/")))
                .hasSizeBetween(1, 40);
    }

    @Test
    void mailForOthersIsNotReadAndForeignLinksAreNotFollowed() {
        ShopSimulation shopSimulation = life(OPENED);
        shopSimulation.receive(
                new MailArrived(1, "sarah@elsewhere.example", "Hi", page("x", "SHIP-ABCD12"), "", OPENED));
        present(simulatedPerson -> true)
                .forEach(simulatedPerson -> shopSimulation.receive(new MailArrived(
                        1,
                        simulatedPerson.email(),
                        "Hi",
                        "<a href='http://127.0.0.1:9/c/x'>SHIP-ABCD12</a>",
                        "",
                        OPENED)));
        shopSimulation.advanceTo(OPENED.plus(Duration.ofDays(3)));
        assertThat(requests).isEmpty();
    }

    private ShopSimulation life(Instant begins) {
        return life(population, begins);
    }

    private ShopSimulation life(Population people, Instant begins) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty(
                        "local.server.port", String.valueOf(server.getAddress().getPort()));
        ObjectMapper mapper = new ObjectMapper();
        return new ShopSimulation(
                people, ASSORTMENT, new ShopEventBatcher(inMemoryEvents, mapper), new HttpBrowser(environment), begins);
    }

    private List<SimulatedPerson> present(Predicate<SimulatedPerson> kind) {
        return population.people().stream()
                .filter(simulatedPerson -> simulatedPerson.isInterestedAt(OPENED.plus(Duration.ofDays(60))))
                .filter(kind)
                .toList();
    }

    private MailArrived mail(SimulatedPerson simulatedPerson, String says) {
        return mail(simulatedPerson, says, OPENED);
    }

    private MailArrived mail(SimulatedPerson simulatedPerson, String says, Instant sentAt) {
        return new MailArrived(
                1, simulatedPerson.email(), "Still thinking?", page(simulatedPerson.id(), says), "", sentAt);
    }

    private String page(String id, String says) {
        String own = "http://localhost:" + server.getAddress().getPort();
        return "<a href='%s/c/%s'>Aira 3 Cushion</a> %s <a href='%s/u/%s'>bye</a><img src='%s/o/%s.gif'>"
                .formatted(own, id, says, own, id, own, id);
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(event.get("occurredAt").asText());
    }

    private static HttpServer server() {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // or each answer waits 40 ms
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
