package io.crossdock.local.prove.images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a container engine would do with a laid-out image, as far as a machine without one can: no layers, no namespaces.
 *
 * @param user number of who runs it
 * @param entrypoint program and arguments
 * @param environment lines {@code KEY=VALUE}
 */
record Containerfile(String user, List<String> entrypoint, List<String> environment) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTINUED = "\\\n";

    Containerfile {
        entrypoint = List.copyOf(entrypoint);
        environment = List.copyOf(environment);
    }

    /**
     * Reads the one of an image's directory.
     *
     * @throws StackFailure if it has no user or entrypoint
     */
    static Containerfile of(Path image) {
        String user = "";
        List<String> entrypoint = List.of();
        List<String> environment = new ArrayList<>();
        try {
            for (String line : Files.readString(image.resolve("Containerfile"))
                    .replace(CONTINUED, " ")
                    .split("\n", -1)) {
                String[] words = line.strip().split(" ", 2);
                switch (words[0]) {
                    case "USER" -> user = words[1].strip().replaceFirst(":.*", "");
                    case "ENTRYPOINT" -> entrypoint = JSON.readValue(words[1], new TypeReference<List<String>>() {});
                    case "ENV" -> environment.add(words[1].strip());
                    default -> {
                        // Comments, labels, and what is copied: that lies there already.
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw new StackFailure("The entrypoint of " + image + " is no JSON: " + e.getOriginalMessage() + ".", e);
        } catch (IOException e) {
            throw new StackFailure("The Containerfile of " + image + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (user.isEmpty() || entrypoint.isEmpty()) {
            throw new StackFailure("The Containerfile of " + image + " names no user or no entrypoint.");
        }
        return new Containerfile(user, entrypoint, environment);
    }

    /** The entrypoint, with the directory where the image lies in place of the one that it has in a container. */
    List<String> command(String inside, Path lies, Path java) {
        List<String> command = new ArrayList<>();
        for (String word : entrypoint) {
            command.add(word.equals("java") ? java.toString() : word.replace(inside, lies.toString()));
        }
        return command;
    }
}
