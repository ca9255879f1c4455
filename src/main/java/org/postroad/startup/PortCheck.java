package org.postroad.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.context.WebApplicationContext;

/** Fails at once if the web port is taken, and not after half a minute of starting. */
final class PortCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        int port = context instanceof WebApplicationContext
                ? environment.getProperty("server.port", Integer.class, 8080)
                : 0;
        InetAddress address = environment.getProperty("server.address", InetAddress.class);
        if (port > 0) {
            try {
                new ServerSocket(port, 1, address).close();
            } catch (IOException e) {
                throw new PortTaken(port, e);
            }
        }
    }

    /** After the check of the home folder, whose message is clearer if Postroad is started twice. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
