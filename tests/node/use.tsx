// How JSX of React uses the element: checked where the package is installed, never run.
/// <reference types="duibiao/react" />
import type { Selected } from "duibiao";

export function Chart({ data, home, tell }: { data: object; home?: string; tell: (selected: Selected) => void }) {
  return (
    <>
      <dui-biao data={data} view="output" home={home} places={["huaibei", "wuhu"]} lang="en" className="wide" {...{ "onduibiao:select": (event: CustomEvent<Selected>) => tell(event.detail) }}>
        <p>fallback</p>
      </dui-biao>
      {/* @ts-expect-error no such attribute */}
      <dui-biao veiw="output" />
      {/* @ts-expect-error no text */}
      <dui-biao home={{ id: "huaibei" }} />
    </>
  );
}
