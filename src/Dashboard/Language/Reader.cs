using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Reports;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace CorridorTwin.Dashboard.Language;

/// <summary>Who reads: language, way of writing numbers, colours. Each is asked for in the address, then remembered in a cookie.</summary>
/// <param name="Tongue">Language and numbers.</param>
/// <param name="Theme"><c>auto</c>, <c>light</c> or <c>dark</c>.</param>
/// <param name="Path">Where the reader is.</param>
/// <param name="Query">What the address asks for.</param>
public sealed record Reader(Tongue Tongue, string Theme, PathString Path, QueryString Query)
{
    /// <summary>Names of the settings in addresses, with the values they take; the first is the default.</summary>
    public static IReadOnlyDictionary<string, string[]> Settings { get; } = new Dictionary<string, string[]>
    {
        ["lang"] = ["es", "en"], ["numbers"] = ["point", "comma"], ["theme"] = ["auto", "light", "dark"],
    };

    /// <summary>A text in the reader's language.</summary>
    public string Say(Bilingual text) => Tongue.Say(text);

    /// <summary>One of two texts.</summary>
    public string Say(string es, string en) => Tongue.Say(es, en);

    /// <summary>Numbers as the reader writes them.</summary>
    public Figures Figures => Tongue.Figures;

    /// <summary>This page in another language, with other numbers or colours.</summary>
    public string With(string setting, string value)
    {
        var query = QueryHelpers.ParseQuery(Query.Value).Where(p => p.Key != setting).SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v));
        return Path + new QueryBuilder([.. query.Select(p => KeyValuePair.Create(p.Key, p.Value ?? "")), KeyValuePair.Create(setting, value)]).ToString();
    }

    /// <summary>An address that keeps the language if the reader's own address names it, so that links can be passed on.</summary>
    public string Link(string path)
    {
        if (!QueryHelpers.ParseQuery(Query.Value).TryGetValue("lang", out var lang) || lang.Count == 0 || path.Contains("lang=", StringComparison.Ordinal)) return path;
        int hash = path.IndexOf('#', StringComparison.Ordinal);
        string before = hash < 0 ? path : path[..hash];
        return before + (before.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + Tongue.Code + (hash < 0 ? "" : path[hash..]);
    }

    /// <summary>The reader of a request.</summary>
    public static Reader Of(HttpContext? context)
    {
        if (context is null) return new Reader(new Tongue("es"), "auto", "/", default);
        HttpRequest request = context.Request;
        string lang = Asked(request, "lang") ?? Preferred(request);
        var tongue = new Tongue(lang) { Figures = new Figures(Comma: Asked(request, "numbers") == "comma") };
        return new Reader(tongue, Asked(request, "theme") ?? "auto", request.Path, request.QueryString);
    }

    /// <summary>A setting of the address, else of the cookie; null if neither has a value there is.</summary>
    public static string? Asked(HttpRequest request, string setting)
    {
        foreach (string? value in new[] { request.Query[setting].LastOrDefault(), request.Cookies[setting] })
            if (value is not null && Settings[setting].Contains(value)) return value;
        return null;
    }

    /// <summary>The first language the browser asks for that there is; Spanish if none.</summary>
    private static string Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(l => Settings["lang"].Contains(l)) ?? "es";
}
