using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CorridorTwin.Dashboard.Tests;

/// <summary>Sends forms as a browser without script would: every field of the page, with some changed.</summary>
internal static class Posting
{
    /// <summary>The fields of a form as a browser would send them.</summary>
    public static List<KeyValuePair<string, string>> Fields(IElement form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (IElement e in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            string name = e.GetAttribute("name")!;
            switch (e)
            {
                case IHtmlInputElement { Type: "checkbox" } box:
                    if (box.IsChecked) fields.Add(new(name, box.Value));
                    break;
                case IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add(new(name, select.Value ?? ""));
                    break;
            }
        }
        return fields;
    }

    /// <summary>The fields with one set to other values.</summary>
    public static List<KeyValuePair<string, string>> With(this List<KeyValuePair<string, string>> fields, string name, params string[] values) =>
        [.. fields.Where(f => f.Key != name), .. values.Select(v => KeyValuePair.Create(name, v))];

    /// <summary>Sends.</summary>
    public static Task<HttpResponseMessage> Send(this HttpClient browser, string path, IEnumerable<KeyValuePair<string, string>> fields) => browser.PostAsync(path, new FormUrlEncodedContent(fields));
}
