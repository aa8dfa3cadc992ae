using Microsoft.AspNetCore.StaticAssets;

namespace CorridorTwin.Dashboard.Navigation;

/// <summary>Addresses of styles and scripts that carry a fingerprint of their content, so that browsers may keep them for ever.</summary>
public sealed class AssetRoutes(IEnumerable<EndpointDataSource> sources)
{
    private readonly Lazy<Dictionary<string, string>> routes = new(() => sources
        .SelectMany(s => s.Endpoints)
        .Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>())
        .OfType<StaticAssetDescriptor>()
        .Where(d => d.Selectors.Count == 0 && d.Properties.Any(p => p.Name == "label"))
        .GroupBy(d => d.Properties.First(p => p.Name == "label").Value)
        .ToDictionary(g => g.Key, g => g.First().Route));

    /// <summary>The address of a file below <c>wwwroot</c>.</summary>
    public string this[string path] => "/" + routes.Value.GetValueOrDefault(path, path);
}
