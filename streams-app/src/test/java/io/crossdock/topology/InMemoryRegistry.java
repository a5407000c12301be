package io.crossdock.topology;

import io.apicurio.registry.resolver.client.RegistryArtifactReference;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryVersionCoordinates;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A registry in memory, so that tests use the real serdes without a server. */
public final class InMemoryRegistry implements RegistryClientFacade {

    private final List<String> schemas = new ArrayList<>();

    @Override
    public synchronized String getSchemaByContentId(Long id) {
        return schemas.get((int) (id - 1));
    }

    @Override
    public String getSchemaByGlobalId(long id, boolean dereferenced) {
        return getSchemaByContentId(id);
    }

    @Override
    public String getSchemaByGAV(String group, String artifact, String version) {
        throw new IllegalStateException("The serdes read by content id");
    }

    @Override
    public String getSchemaByContentHash(String hash) {
        throw new IllegalStateException("The serdes read by content id");
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
    public List<RegistryArtifactReference> getReferencesByGAV(String group, String artifact, String version) {
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
    public synchronized RegistryVersionCoordinates createSchema(
            String type,
            String group,
            String artifact,
            String version,
            String ifExists,
            boolean canonical,
            String schema,
            Set<RegistryArtifactReference> references) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        long id = schemas.indexOf(schema) + 1L;
        return RegistryVersionCoordinates.create(id, id, group == null ? "default" : group, artifact, "1");
    }

    @Override
    public RegistryVersionCoordinates getVersionCoordinatesByGAV(String group, String artifact, String version) {
        throw new IllegalStateException("The serdes read by content id");
    }

    @Override
    public Object getClient() {
        return this;
    }
}
