package io.crossdock.connect.avro;

import static java.util.Objects.requireNonNull;

import io.apicurio.registry.resolver.client.RegistryArtifactReference;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryVersionCoordinates;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A registry that numbers the schemas it is given. */
public final class MemoryRegistry implements RegistryClientFacade {

    private final List<String> schemas = new ArrayList<>();

    /** An empty registry. */
    public MemoryRegistry() {}

    @Override
    public synchronized RegistryVersionCoordinates createSchema(
            String type,
            @Nullable String group,
            String artifact,
            @Nullable String version,
            String ifExists,
            boolean canonical,
            String schema,
            Set<RegistryArtifactReference> references) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        long id = schemas.indexOf(schema) + 1L;
        return RegistryVersionCoordinates.create(id, id, "default", artifact, Long.toString(id));
    }

    @Override
    public String getSchemaByContentId(Long id) {
        return schemas.get(requireNonNull(id).intValue() - 1);
    }

    @Override
    public String getSchemaByGlobalId(long id, boolean dereference) {
        return getSchemaByContentId(id);
    }

    @Override
    public String getSchemaByGAV(@Nullable String group, String artifact, @Nullable String version) {
        throw new UnsupportedOperationException("schemas are found by id");
    }

    @Override
    public String getSchemaByContentHash(String hash) {
        throw new UnsupportedOperationException("schemas are found by id");
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByContentId(long id) {
        return List.of();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByGlobalId(long id) {
        return List.of();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByGAV(
            @Nullable String group, String artifact, @Nullable String version) {
        return List.of();
    }

    @Override
    public List<RegistryArtifactReference> getReferencesByContentHash(String hash) {
        return List.of();
    }

    @Override
    public List<RegistryVersionCoordinates> searchVersionsByContent(
            String schema, String type, ArtifactReference reference, boolean canonical) {
        return List.of();
    }

    @Override
    public RegistryVersionCoordinates getVersionCoordinatesByGAV(
            @Nullable String group, String artifact, @Nullable String version) {
        throw new UnsupportedOperationException("schemas are found by id");
    }

    @Override
    public Object getClient() {
        return this;
    }
}
