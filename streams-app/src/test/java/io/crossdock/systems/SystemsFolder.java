package io.crossdock.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder {@code connectors} with one shop whose orders come in over {@code web}: right, until a test makes it wrong. */
public record SystemsFolder(Path folder) {

    /** Writes the files of the shop. */
    SystemsFolder fill() {
        write("systems/shop/system.json", """
                {
                  "system": "shop",
                  "source": "rest",
                  "types": { "order": { "rank": 30 } },
                  "entities": {
                    "orders": {
                      "object": "Order",
                      "key": ["id"],
                      "home": { "type": "order", "column": "id" },
                      "columns": ["id", "state"],
                      "required": ["id"]
                    }
                  }
                }
                """);
        write("systems/shop/connector.json", "{ \"source\": { \"name\": \"${connection}\" } }");
        write("systems/shop/mapping/orders.jslt", "[{}]\n");
        write("connections/web.json", """
                {
                  "connection": "web",
                  "system": "shop",
                  "timeZone": "Europe/Berlin",
                  "locations": ["EAST"],
                  "ownership": { "ordered": "orders" },
                  "settings": { "password": "${secret:web.password}" }
                }
                """);
        return this;
    }

    /** Copies the files of another folder in. */
    public SystemsFolder with(Path other, String part) {
        try (Stream<Path> walk = Files.walk(other.resolve(part))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(other.relativize(file));
                Files.createDirectories(to.resolveSibling("."));
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    SystemsFolder write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SystemsFolder replace(String file, String what, String with) {
        try {
            String text = Files.readString(folder.resolve(file));
            assertThat(text).as(file).contains(what);
            return write(file, text.replace(what, with));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Systems load() {
        return Systems.load(folder);
    }
}
