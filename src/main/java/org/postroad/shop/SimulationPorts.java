package org.postroad.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Consumer;
import org.postroad.event.EventIntake;
import org.postroad.shop.behaviour.Browser;
import org.postroad.shop.behaviour.ShopEventBatcher;

/**
 * Where what simulated people do is told.
 *
 * @param ownUrl how the tracked links begin, without a slash at the end
 * @param visits is told each tracked address that somebody uses
 */
public record SimulationPorts(EventIntake intake, ObjectMapper json, String ownUrl, Consumer<String> visits) {

    ShopEventBatcher newBatcher() {
        return new ShopEventBatcher(intake, json);
    }

    Browser browser() {
        return new CallbackBrowser(ownUrl, visits);
    }

    /** Uses links without a network between. */
    private record CallbackBrowser(String ownUrl, Consumer<String> visits) implements Browser {

        @Override
        public void get(String address) {
            visits.accept(address);
        }

        @Override
        public void postOneClick(String address) {
            visits.accept(address);
        }
    }
}
