package org.postroad.shop.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.postroad.event.EventIntake;
import org.postroad.event.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Postroad what happened, in batches as large as the REST API takes them. Not safe for threads. */
public final class ShopEventBatcher implements Consumer<ShopEvent> {

    private static final int BATCH = 1_000;
    private static final Logger log = LoggerFactory.getLogger(ShopEventBatcher.class);

    private final EventIntake intake;
    private final ObjectMapper mapper;
    private final List<JsonNode> page = new ArrayList<>(BATCH);

    public ShopEventBatcher(EventIntake intake, ObjectMapper mapper) {
        this.intake = intake;
        this.mapper = mapper;
    }

    @Override
    public void accept(ShopEvent event) {
        page.add(event.toJson(mapper));
        if (page.size() == BATCH) {
            flush();
        }
    }

    /** Hands in what has been written since the last time; if that fails, it stays written. */
    public void flush() {
        if (!page.isEmpty()) {
            Receipt receipt = intake.accept(List.copyOf(page));
            page.clear();
            receipt.rejected().stream()
                    .findFirst()
                    .ifPresent(first -> log.warn(
                            "The simulated shop had {} events refused; the first because: {}",
                            receipt.rejected().size(),
                            first.reason()));
        }
    }
}
