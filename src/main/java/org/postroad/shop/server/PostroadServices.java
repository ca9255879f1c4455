package org.postroad.shop.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.postroad.catalog.Catalog;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.shop.behaviour.ShopEventBatcher;
import org.springframework.stereotype.Component;

/** All that the simulated shop sees of Postroad: what any shop sees over REST, and how far its history has been taken in. */
@Component
@ConditionalOnShop
record PostroadServices(EventIntake intake, EventLog past, EventBacklog backlog, Catalog catalog, ObjectMapper mapper) {

    ShopEventBatcher newBatcher() {
        return new ShopEventBatcher(intake, mapper);
    }
}
