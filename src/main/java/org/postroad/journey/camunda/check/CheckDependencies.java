package org.postroad.journey.camunda.check;

import java.time.Clock;
import org.postroad.decide.KnownOffers;
import org.postroad.deliver.Mailing;
import org.postroad.predict.serving.KnownProducts;
import org.postroad.webhook.WebhookAllowlist;
import org.springframework.stereotype.Component;

/** What a {@link JourneyValidator} looks up outside of the file. */
@Component
public record CheckDependencies(
        Mailing mailing,
        KnownOffers offers,
        KnownProducts products,
        VersionsInUse versions,
        DeploymentWarnings warnings,
        CompetingJourneys competitors,
        WebhookAllowlist addresses,
        Clock clock) {}
