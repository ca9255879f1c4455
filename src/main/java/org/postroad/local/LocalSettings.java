package org.postroad.local;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Local mode's small print.
 *
 * @param smtpPort port of the embedded inbox on 127.0.0.1; 0 takes a free one
 * @param maxMessageSize the largest mail that the inbox takes
 */
@ConfigurationProperties("postroad.local")
record LocalSettings(int smtpPort, @DefaultValue("10MB") DataSize maxMessageSize) {}
