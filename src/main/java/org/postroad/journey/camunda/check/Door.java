package org.postroad.journey.camunda.check;

import java.time.Clock;
import org.postroad.decide.KnownOffers;
import org.postroad.deliver.Mailing;
import org.postroad.webhook.WebhookAllowlist;
import org.springframework.stereotype.Component;

/** What an {@link Inspection} looks up outside of the file. */
@Component
public record Door(
        Mailing mailing,
        KnownOffers offers,
        LiveVersions versions,
        Remarks remarks,
        Rivals rivals,
        WebhookAllowlist addresses,
        Clock clock) {}
