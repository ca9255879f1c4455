package org.postroad.journey.camunda.check;

import java.time.Clock;
import org.postroad.decide.KnownOffers;
import org.postroad.deliver.Mailing;
import org.postroad.webhook.WebhookAllowlist;
import org.springframework.stereotype.Component;

/** What an {@link JourneyValidator} looks up outside of the file. */
@Component
public record CheckDependencies(
        Mailing mailing,
        KnownOffers offers,
        VersionsInUse versions,
        DeploymentWarnings remarks,
        CompetingJourneys rivals,
        WebhookAllowlist addresses,
        Clock clock) {}
