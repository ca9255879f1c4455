package org.postroad.shop.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentMatchers;
import org.postroad.catalog.Catalog;
import org.postroad.shop.InMemoryEvents;
import org.postroad.shop.behaviour.Browser;
import org.postroad.shop.behaviour.HttpBrowser;
import org.postroad.time.WorkSignal;
import org.springframework.mock.env.MockEnvironment;

class ShopInitializerTest {

    private static final Instant FIRST_START = Instant.parse("2026-11-23T12:00:00Z");

    private final InMemoryEvents inMemoryEvents = new InMemoryEvents();
    private final Catalog catalog = mock(Catalog.class);

    @TempDir
    private Path home = Path.of("");

    @Test
    void fillsAnEmptyPlaceAndLetsLifeBegin() {
        ShopSimulationWork shop = open(FIRST_START, 60);
        assertThat(inMemoryEvents.all()).hasSizeGreaterThan(3_000);
        verify(catalog).putProducts(ArgumentMatchers.argThat(products -> products.size() == 120));
        assertThat(shop.nextDue()).get().satisfies(due -> assertThat(due).isAfter(FIRST_START));
    }

    @Test
    void tellsAHistoryThatWasCutShortAgainWithoutDoublingAnything() {
        open(FIRST_START, 60);
        List<JsonNode> undisturbed = inMemoryEvents.takeOut(event -> true);
        forget();

        inMemoryEvents.failAfter(2);
        assertThatThrownBy(() -> open(FIRST_START, 60)).hasMessage("killed");
        assertThat(inMemoryEvents.all()).hasSize(2_000);

        inMemoryEvents.recover();
        open(FIRST_START.plus(Duration.ofMinutes(5)), 999);
        assertThat(inMemoryEvents.all()).isEqualTo(undisturbed);
    }

    @Test
    void tellsNothingTwice() {
        open(FIRST_START, 60);
        int told = inMemoryEvents.all().size();
        open(FIRST_START.plus(Duration.ofDays(1)), 60);
        assertThat(inMemoryEvents.all()).hasSize(told);
    }

    @Test
    void tellsItAgainIfTheDatabaseWasEmptied() {
        open(FIRST_START, 60);
        List<JsonNode> undisturbed = inMemoryEvents.takeOut(event -> true);
        open(FIRST_START.plus(Duration.ofDays(1)), 60);
        assertThat(inMemoryEvents.all()).isEqualTo(undisturbed);
    }

    @Test
    void staysAwayFromAPlaceWithAPastOfItsOwn() {
        inMemoryEvents.accept(
                List.of(JsonNodeFactory.instance.objectNode().put("id", "1").put("type", "signed_up")));
        ShopSimulationWork shop = open(FIRST_START, 60);
        assertThat(inMemoryEvents.all()).hasSize(1);
        assertThat(shop.nextDue()).isEmpty();
        assertThat(shop.runDue()).isZero();
        verifyNoInteractions(catalog);
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Files.writeString(home.resolve("shop.properties"), "opened=yesterday");
        assertThatThrownBy(() -> open(FIRST_START, 60))
                .hasMessageContaining("shop.properties")
                .hasMessageContaining("postroad.shop.enabled=false");
    }

    private ShopSimulationWork open(Instant now, int customers) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        ShopSimulationWork shop = new ShopSimulationWork(clock, new WorkSignal());
        Browser browser = new HttpBrowser(new MockEnvironment().withProperty("local.server.port", "8080"));
        PostroadServices postroadServices =
                new PostroadServices(inMemoryEvents, inMemoryEvents, inMemoryEvents, catalog, new ObjectMapper());
        new ShopInitializer(new ShopSettings(true, customers, 42), home, postroadServices, clock, browser, shop).open();
        return shop;
    }

    private void forget() {
        try {
            Files.delete(home.resolve("shop.properties"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
