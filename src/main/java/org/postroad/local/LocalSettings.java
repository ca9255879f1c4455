package org.postroad.local;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the embedded SMTP server.
 *
 * @param smtpPort its port on 127.0.0.1; 0 for a free one
 * @param maxMessageSize the largest mail that it accepts
 */
@ConfigurationProperties("postroad.local")
record LocalSettings(int smtpPort, @DefaultValue("10MB") DataSize maxMessageSize) {}
