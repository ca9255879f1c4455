package org.postroad.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.postroad.rehearse.RehearsalApplication;
import org.postroad.rehearse.RehearsalCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Finds and runs the commands ({@code import}, {@code train} ...). Each is a Spring bean in its own package and is found by
 * its annotation {@link Command}. Mistakes in a command line are reported before the application starts, which takes long.
 */
public final class CommandLauncher {

    /** Without web server, background work and informational logs. */
    private static final String[] COMMAND_SETTINGS = {
        "--postroad.time.background=false",
        "--postroad.shop.enabled=false",
        "--camunda.bpm.job-execution.enabled=false",
        "--logging.level.root=warn",
        // sorting the whole event log may take longer than the server's timeout
        "--spring.datasource.hikari.data-source-properties.socketTimeout=0",
        // needs a web server
        "--spring.autoconfigure.exclude="
                + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
    };

    private static final int MOST_THREADS = 8;

    /** Not an exit code: the command line is valid and asks for no help. */
    private static final int CONTINUE = -1;

    private CommandLauncher() {}

    public static boolean startsServer(String... args) {
        return args.length == 0 || args[0].matches("--[a-z][\\w.-]*\\.[\\w.\\[\\]-]+(=.*)?");
    }

    /**
     * Runs the command that the first argument names.
     *
     * @param application the class to start; commands are searched in its package and below
     * @return the exit code of the process
     */
    public static int run(Class<?> application, String... args) {
        Map<String, Class<?>> commands = commands(application);
        CommandLine all = overview(commands);
        Class<?> command = commands.get(args[0]);
        if (command == null) {
            return all.execute(args);
        }
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        int checked = withHelp(new CommandLine(withoutConstructor(command)))
                .setExecutionStrategy(CommandLauncher::helpOrContinue)
                .execute(rest);
        return checked == CONTINUE ? runInApplication(application, command, args[0], rest) : checked;
    }

    private static int helpOrContinue(CommandLine.ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        return help == null ? CONTINUE : help;
    }

    private static CommandLine withHelp(CommandLine line) {
        if (!line.getCommandSpec().mixinStandardHelpOptions()) {
            line.getCommandSpec().mixinStandardHelpOptions(true);
        }
        return line;
    }

    private static int runInApplication(Class<?> application, Class<?> command, String name, String... args) {
        RehearsalCommand rehearsal = command.getAnnotation(RehearsalCommand.class);
        if (rehearsal != null) {
            int threads =
                    rehearsal.concurrent() ? Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS) : 1;
            try (RehearsalApplication running = RehearsalApplication.open(
                    application, rehearsal.models(), "postroad.command=" + name, "postroad.event.lanes=" + threads)) {
                return execute(command, running.context(), args);
            }
        }
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLogStartupInfo(false);
        String[] settings = Arrays.copyOf(COMMAND_SETTINGS, COMMAND_SETTINGS.length + 1);
        settings[COMMAND_SETTINGS.length] = "--postroad.command=" + name;
        try (ConfigurableApplicationContext context = spring.run(settings)) {
            return execute(command, context, args);
        }
    }

    private static int execute(Class<?> command, ConfigurableApplicationContext context, String... args) {
        CommandLine.IFactory beans = context.getBean(CommandLine.IFactory.class);
        return withHelp(new CommandLine(context.getBean(command), beans)).execute(args);
    }

    /** All commands by name, without starting anything. */
    private static Map<String, Class<?>> commands(Class<?> application) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setEnvironment(rehearsalEnvironment());
        scanner.addIncludeFilter(new AnnotationTypeFilter(Command.class));
        Map<String, Class<?>> commands = new TreeMap<>();
        scanner.findCandidateComponents(application.getPackageName()).forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            commands.put(type.getAnnotation(Command.class).name(), type);
        });
        commands.remove(Overview.NAME);
        return commands;
    }

    /** Makes the scan find commands that exist in rehearsals only, too. */
    private static Environment rehearsalEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("commands", Map.of("postroad.time.rehearsal", true)));
        return environment;
    }

    /** The commands as {@code --help} shows them. */
    private static CommandLine overview(Map<String, Class<?>> commands) {
        CommandLine all = new CommandLine(new Overview());
        commands.forEach((name, type) -> all.addSubcommand(name, withoutConstructor(type)));
        all.setParameterExceptionHandler((mistake, args) -> {
            PrintWriter err = mistake.getCommandLine().getErr();
            err.println("There is no command \"" + args[0] + "\". There are: "
                    + String.join(", ", List.copyOf(commands.keySet())) + ". Without a command the server starts;"
                    + " --help tells more.");
            return CommandLine.ExitCode.USAGE;
        });
        return all;
    }

    /** An instance that picocli can fill but nobody can run: its constructor, which needs beans, is not called. */
    private static Object withoutConstructor(Class<?> command) {
        return new SpringObjenesis().newInstance(command);
    }

    /** The list of commands, shown by {@code --help}. */
    @Command(
            name = Overview.NAME,
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisHeading = "Usage: ",
            customSynopsis = "java -jar postroad.jar [COMMAND]",
            description = {
                "%nPostroad, a self-hosted journey orchestrator for personalised e-mail.",
                "Without a command the server starts.%n"
            },
            commandListHeading = "%nCommands (each with --help):%n")
    private static final class Overview implements Callable<Integer> {

        static final String NAME = "postroad";

        @Override
        public Integer call() {
            return CommandLine.ExitCode.USAGE;
        }
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLauncher.class.getPackage().getImplementationVersion();
            return new String[] {"Postroad " + (version == null ? "(development)" : version)};
        }
    }
}
