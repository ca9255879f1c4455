package org.postroad.journey.vocabulary;

import java.time.Clock;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profiles;
import org.postroad.customer.profile.RecentViews;
import org.postroad.decide.LeadScore;
import org.postroad.decide.Outlooks;
import org.postroad.decide.PriceSensitivity;
import org.postroad.event.EventLog;
import org.postroad.predict.serving.Predictions;
import org.postroad.segment.Segments;
import org.springframework.stereotype.Component;

/** The stores that {@link CustomerWord} reads. */
@Component
record CustomerSources(
        Customers customers,
        Profiles profiles,
        RecentViews views,
        EventLog events,
        LeadScore leadScore,
        Predictions predictions,
        Segments segments,
        Outlooks outlooks,
        PriceSensitivity priceSensitivity,
        Clock clock) {}
