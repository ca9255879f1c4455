package org.postroad;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.postroad.cli.CommandLauncher;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts Postroad: the server when no command is given, otherwise that command.
 *
 * <p>Arguments that begin with {@code --} and a setting's name ({@code --server.port=9000}) set it, as with every Spring
 * Boot application.
 */
@SpringBootApplication
public class PostroadApplication {
    public static void main(String[] args) {
        // The engine stores times without a zone: all nodes need the same zone, without daylight saving time.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        if (CommandLauncher.startsServer(args)) {
            SpringApplication.run(PostroadApplication.class, args);
        } else {
            System.exit(CommandLauncher.run(PostroadApplication.class, args));
        }
    }
}
