-- The report's calls are parts of a Word document already; pandoc makes the rest.

function Div(div)
  if div.identifier == "lkip:panggilan" then
    return div.content:map(function(block) return pandoc.RawBlock("openxml", block.text) end)
  end
  return div.content
end
