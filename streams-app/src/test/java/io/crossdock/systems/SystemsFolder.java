package io.crossdock.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder {@code connectors} with one shop whose orders come in over {@code web}: right, until a test makes it wrong. */
record SystemsFolder(Path folder) {

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

    SystemsFolder replace(String file, String what, String with) {
        try {
            return write(file, Files.readString(folder.resolve(file)).replace(what, with));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Systems load() {
        return Systems.load(folder);
    }
}
