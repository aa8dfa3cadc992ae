using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Navigation;

/// <summary>One page of the dashboard with all that is its own. Implementations are found by themselves: a new page changes no other file.</summary>
public interface IPageModule
{
    /// <summary>Its place in the navigation; null for a page reached only from others.</summary>
    PageLink? Link => null;

    /// <summary>What it needs from the host.</summary>
    void AddServices(IServiceCollection services)
    {
    }

    /// <summary>Its addresses.</summary>
    void Map(IEndpointRouteBuilder routes);
}

/// <summary>An entry of the navigation.</summary>
/// <param name="Path">Address, such as <c>/runs</c>.</param>
/// <param name="Order">From left to right.</param>
/// <param name="Title">What it is called.</param>
public sealed record PageLink(string Path, int Order, Bilingual Title);
