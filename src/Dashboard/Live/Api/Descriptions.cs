using System.Reflection;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>What the records' own documentation says of them and of their fields; nothing where the file of it does not lie beside the program.</summary>
internal static partial class Descriptions
{
    private static readonly Dictionary<Assembly, Dictionary<string, XElement>> Read = [];
    private static readonly Lock Gate = new();

    /// <summary>Of a field or type; null if nothing is said.</summary>
    public static string? Of(JsonSchemaExporterContext context)
    {
        if (context.PropertyInfo is not { } property) return Text(Member(context.TypeInfo.Type, $"T:{context.TypeInfo.Type.FullName}")?.Element("summary"));
        if (property.AttributeProvider is not PropertyInfo own) return null;
        Type of = own.DeclaringType!;
        return Text(Member(of, $"P:{of.FullName}.{own.Name}")?.Element("summary"))
            ?? Text(Member(of, $"T:{of.FullName}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == own.Name));
    }

    private static XElement? Member(Type type, string name)
    {
        lock (Gate)
        {
            if (!Read.TryGetValue(type.Assembly, out Dictionary<string, XElement>? members)) Read[type.Assembly] = members = Members(type.Assembly);
            return members.GetValueOrDefault(name);
        }
    }

    private static Dictionary<string, XElement> Members(Assembly assembly)
    {
        string? name = assembly.GetName().Name;
        string file = Path.Combine(AppContext.BaseDirectory, $"{name}.xml");
        if (name?.StartsWith("CorridorTwin.", StringComparison.Ordinal) != true || !File.Exists(file)) return [];
        return XDocument.Load(file).Descendants("member").Where(m => m.Attribute("name") is not null).DistinctBy(m => m.Attribute("name")!.Value).ToDictionary(m => m.Attribute("name")!.Value);
    }

    private static string? Text(XElement? said)
    {
        if (said is null) return null;
        string text = Spaces().Replace(string.Concat(said.Nodes().Select(n => n is XElement { IsEmpty: true } e ? e.Attribute("cref")?.Value.Split('.')[^1] ?? e.Attribute("name")?.Value ?? "" : n is XElement inner ? inner.Value : n.ToString())), " ").Trim();
        return text.Length > 0 ? text : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
