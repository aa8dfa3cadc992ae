namespace CorridorTwin.Dashboard.Navigation;

/// <summary>The pages there are.</summary>
public static class PageModules
{
    /// <summary>All, in the order of the navigation; those outside it last.</summary>
    public static IReadOnlyList<IPageModule> All { get; } =
    [
        .. typeof(PageModules).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IPageModule)))
            .Select(t => (IPageModule)Activator.CreateInstance(t)!)
            .OrderBy(m => m.Link?.Order ?? int.MaxValue).ThenBy(m => m.GetType().Name, StringComparer.Ordinal),
    ];

    /// <summary>Entries of the navigation.</summary>
    public static IReadOnlyList<PageLink> Links { get; } = [.. All.Select(m => m.Link).OfType<PageLink>()];
}
